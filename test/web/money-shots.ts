// Screens of somebody who is not told amounts of money.

export const moneyShots = [
  { name: 'base-hidden', path: '/semvalor/base' },
  { name: 'base-hidden-few', path: '/semvalor/base?q=esc', full: true },
  { name: 'customer-hidden', path: '/semvalor/cliente/c000004', full: true },
  { name: 'ritual-hidden', path: '/semvalor/rituais', full: true },
] as const;
