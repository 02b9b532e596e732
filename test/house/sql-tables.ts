// The tables of the migrations as text: columns, keys, and whether row-level security stands and is forced.
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  /** Other unique keys, in a `create table` or an index of their own. */
  readonly uniques: readonly (readonly string[])[];
  readonly walled: boolean;
};

const words = (list: string): readonly string[] =>
  list.split(',').map((word) => word.trim().split(/\s+/)[0] ?? '');

/** Parts of a table's body between commas that stand in no bracket. */
function partsOf(body: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of body) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Tables that a loop or a call puts behind the wall. */
function walledIn(sql: string): ReadonlySet<string> {
  const called = [...sql.matchAll(/app\.wall\('app\.(\w+)'\)/g)].map((match) => match[1] ?? '');
  const looped = [...sql.matchAll(/foreach \w+ in array array\[([^\]]*)\]\s*loop([\s\S]*?)end loop/gi)]
    .filter(
      ([, , body = '']) =>
        /app\.wall\(/.test(body) ||
        (/enable row level security/.test(body) &&
          /force row level security/.test(body) &&
          /create policy/.test(body) &&
          /with check/.test(body)),
    )
    .flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? ''));
  return new Set([...called, ...looped]);
}

/** Reads every `create table app.…` of the migrations, told in order. */
export function tablesOf(migrations: string): readonly Table[] {
  const sql = migrations.replace(/--.*$/gm, '');
  const walled = walledIn(sql);
  return [...sql.matchAll(/create (?:unlogged )?table (?:if not exists )?app\.(\w+) \(([\s\S]*?)\n\);/g)].map(
    ([, name = '', body = '']) => {
      const parts = partsOf(body);
      const isKey = (part: string): boolean =>
        /^(primary key|unique|foreign key|check|constraint|exclude)\b/.test(part);
      const columns = parts.filter((part) => !isKey(part));
      const inline = (kind: RegExp): readonly string[][] =>
        columns.filter((part) => kind.test(part)).map((part) => [part.split(/\s+/)[0] ?? '']);
      const listed = (kind: string): readonly (readonly string[])[] =>
        parts.flatMap((part) => {
          const match = new RegExp(
            `^(?:constraint \\w+ )?${kind} *(?:nulls not distinct *)?\\(([^)]*)\\)`,
          ).exec(part);
          return match ? [words(match[1] ?? '')] : [];
        });
      const indexes = [
        ...sql.matchAll(new RegExp(`create unique index \\w+ on app\\.${name} \\(([^)]*)\\)`, 'g')),
      ];
      return {
        name,
        columns: columns.map((part) => part.split(/\s+/)[0] ?? ''),
        primaryKey: [...listed('primary key'), ...inline(/\bprimary key\b/)][0] ?? [],
        uniques: [
          ...listed('unique'),
          ...inline(/\bunique\b/),
          ...indexes.map((match) => words(match[1] ?? '')),
        ],
        walled: walled.has(name),
      };
    },
  );
}
