// Time-ordered ids. Time and randomness are handed in.

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** UUID version 7 (RFC 9562) of an instant (`now`, ms) and a source of numbers in [0, 1). */
export function uuidv7(now: number, random: () => number): string {
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0').slice(-12);
  const byte = (): number => Math.floor(random() * 256) & 255;
  const version = 0x70 | (byte() & 0x0f);
  const variant = 0x80 | (byte() & 0x3f);
  const head = `${time.slice(0, 8)}-${time.slice(8)}-${hex[version]}${hex[byte()]}-${hex[variant]}${hex[byte()]}-`;
  let tail = '';
  for (let i = 0; i < 6; i++) tail += hex[byte()];
  return head + tail;
}

/** True for the text form of any UUID, lower case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
