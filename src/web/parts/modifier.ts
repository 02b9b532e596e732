// The name of the key that goes with K on this machine.

export const modifier = /Mac|iPhone|iPad/.test(window.navigator.userAgent) ? '⌘' : 'Ctrl';
