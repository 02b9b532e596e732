// A number with its noun, in one place: "1 cliente", "1.204 clientes".

/** `n` in the digits of Portuguese with the noun that agrees with it. */
export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('pt-BR')} ${n === 1 ? one : many}`;
}

/** The same in English. */
export function countEn(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}
