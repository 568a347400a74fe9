/** A whole number with a space, which no line breaks at, between its thousands: 96 727. */
export const spaced = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
