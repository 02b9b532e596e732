// A label that begins a line. Pure.

/** The same text with its first letter in upper case. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
