/** The looks a button can have; `secondary-solid` is for coloured backgrounds. */
export type ButtonVariant = 'primary' | 'secondary' | 'secondary-solid' | 'reverse' | 'warning' | 'login'
