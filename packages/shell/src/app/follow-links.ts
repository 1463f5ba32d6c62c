import type { Router } from 'vue-router'

/**
 * Lets the router follow plain links below `base`, so that components need not know of a router. Clicks with a modifier
 * key, other buttons, downloads, new windows and other addresses stay the browser's. Returns the way to stop.
 */
export function followLinks(root: Document, router: Router, base: string): () => void {
  function onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.hasAttribute('download') || (link.target && link.target !== '_self')) return
    const address = new URL(link.href, root.baseURI)
    if (address.origin !== root.location.origin || !address.pathname.startsWith(base)) return
    if (address.hash && isSamePage(address, root.location)) return
    event.preventDefault()
    void router.push(address.pathname.slice(base.length - 1) + address.search + address.hash)
  }
  root.addEventListener('click', onClick)
  return () => root.removeEventListener('click', onClick)
}

function isSamePage(address: URL, here: Location): boolean {
  return address.pathname === here.pathname && address.search === here.search
}
