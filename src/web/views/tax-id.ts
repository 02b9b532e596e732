// A tax id as people read it. Knows the Brazilian CNPJ (of digits, and of letters and digits); others stay as they are.

/** `12345678000195` → `12.345.678/0001-95`. */
export function taxIdText(id: string): string {
  const plain = id.replace(/[./\-\s]/g, '').toUpperCase();
  const found = /^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})(\d{2})$/.exec(plain);
  return found ? `${found[1]}.${found[2]}.${found[3]}/${found[4]}-${found[5]}` : id;
}
