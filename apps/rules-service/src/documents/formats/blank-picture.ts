/**
 * One clear pixel as PNG. Office files name a picture of points beside each drawing, for programs too old to draw it; the
 * table beneath the chart says the same.
 */
export const BLANK_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
