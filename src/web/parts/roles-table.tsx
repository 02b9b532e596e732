// What each role may do, read off the one table that the doors and verbs obey.
import { allows, everyCapability, roles } from '#domain/access/roles.ts';
import { usePeopleSpeech } from '#web/words/people-context.ts';

export function RolesTable() {
  const { p } = usePeopleSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{p.what.title}</h2>
        <p className="note">{p.what.limited}</p>
      </header>
      {/* Wider than a phone: it scrolls by itself, by keyboard too. */}
      <div className="roles" role="region" aria-label={p.what.title} tabIndex={0}>
        <table className="tbl wrap">
          <caption className="sr">{p.what.title}</caption>
          <thead>
            <tr>
              <th scope="col">{p.what.capability}</th>
              {roles.map((role) => (
                <th key={role} scope="col" className="mid">
                  {p.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {everyCapability.map((capability) => (
              <tr key={capability}>
                <th scope="row">{p.capabilities[capability]}</th>
                {roles.map((role) => (
                  <td key={role} className="mid">
                    <span aria-hidden="true">{allows(role, capability) ? '●' : '–'}</span>
                    <span className="sr">{allows(role, capability) ? p.what.can : p.what.cannot}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
