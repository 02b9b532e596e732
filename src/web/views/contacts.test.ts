// The drawing and the form of a customer's people: nobody over another, unknown apart, what cannot be sent.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contact } from '#contract/contacts.ts';
import { changeOf, contactFault, formFor, newContactOf } from './contact-form.ts';
import { dotSize, isWorthDrawing, peopleMap, shortName } from './people-map.ts';

const contact = (id: string, influence: number | null, days: number | null): Contact => ({
  id,
  name: `Ana Souza ${id}`,
  email: null,
  phone: null,
  role: 'champion',
  roleText: 'Champion',
  department: null,
  influence,
  level: 'medium',
  influenceTold: true,
  left: false,
  leftOn: null,
  toldOn: null,
  talkedOn: null,
  days,
  warmth: days === null ? 'unknown' : 'warm',
  nps: null,
});
const words = { nameless: 'Sem nome' };

test('forty people in one place stand beside one another, inside the drawing', () => {
  const people = Array.from({ length: 40 }, (_, i) => contact(String(i), 0.5, 10));
  const { dots, height } = peopleMap(people, 470, words);
  for (const [i, a] of dots.entries()) {
    assert.ok(a.x >= dotSize && a.x <= 470 - dotSize && a.y >= dotSize && a.y <= height - dotSize);
    for (const b of dots.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 2 * dotSize);
  }
});

test('more influence is higher, more days are further right, unknown is on neither scale', () => {
  const people = [
    contact('a', 0.9, 5),
    contact('b', 0.2, 80),
    contact('c', 0.5, null),
    contact('d', null, 20),
  ];
  const map = peopleMap(people, 470, words);
  const [a, b, c, d] = map.dots;
  assert.ok(a && b && c && d);
  assert.ok(a.y < b.y && a.x < b.x);
  assert.ok(c.x > map.plotRight, 'never talked to stands apart');
  assert.ok(d.y > map.axisY, 'of unknown influence too');
  assert.equal(isWorthDrawing(people), true);
  assert.equal(isWorthDrawing(people.slice(1)), false);
});

test('a long name is drawn by its first and last word', () => {
  assert.equal(shortName('Maria Aparecida dos Santos'), 'Maria Santos');
});

test('a form sends what was filled; of a change only what is another than known', () => {
  const add = { kind: 'add', role: 'champion' } as const;
  const form = { ...formFor(add), name: ' Ana ', email: 'ana@firma.com.br' };
  assert.equal(contactFault(form, add), null);
  const told = newContactOf(form);
  assert.deepEqual([told.name, told.role, told.phone], ['Ana', 'champion', undefined]);
  assert.equal(contactFault({ ...form, name: ' ' }, add)?.fault, 'name');
  assert.equal(contactFault({ ...form, email: 'ana' }, add)?.fault, 'email');
  assert.equal(contactFault({ ...form, phone: '123' }, add)?.fault, 'phone');
  const of = contact('a', 0.5, 1);
  const change = { kind: 'change', of } as const;
  assert.equal(contactFault(formFor(change), change)?.fault, 'nothing');
  assert.deepEqual(changeOf({ ...formFor(change), role: 'user' }, of), { role: 'user' });
  assert.equal(contactFault({ ...form, on: '31/02/2026' }, { kind: 'leave', of })?.fault, 'day');
});
