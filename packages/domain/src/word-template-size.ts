/** Most bytes of a Word template; pictures in it are all that takes much. */
export const WORD_TEMPLATE_MOST_BYTES = 300 * 1024
