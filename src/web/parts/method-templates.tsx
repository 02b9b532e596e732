// The methods that ship and the versions that ran, each with a look at what it would change.
import type { MethodRead } from '#contract/methods.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

type TemplatesProps = {
  templates: MethodRead['templates'];
  running: string;
  onLook: (key: string, label: string) => void;
};

export function MethodTemplates({ templates, running, onLook }: TemplatesProps) {
  const { m } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.templates.title}</h2>
        <p className="note">{m.templates.note}</p>
      </header>
      <ul className="rows mt">
        {templates.map(({ key, label, stages }) => (
          <li key={key}>
            <div>
              <span className="name">{label}</span>{' '}
              {key === running && <span className="tag acc">{m.templates.inUse}</span>}
              <p className="small mute">{stages.join(' · ')}</p>
            </div>
            <button
              type="button"
              className="btn"
              aria-label={m.templates.lookOf(label)}
              onClick={() => onLook(key, label)}
            >
              {m.templates.look}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type VersionsProps = {
  versions: MethodRead['versions'];
  running: number;
  onLook: ((version: number) => void) | null;
};

export function MethodVersions({ versions, running, onLook }: VersionsProps) {
  const { m, f } = useMethodSpeech();
  return (
    <section className="sec">
      <header>
        <h2>{m.versions.title}</h2>
      </header>
      <table className="tbl wrap stack">
        <caption className="sr">{m.versions.title}</caption>
        <thead>
          <tr>
            <th>{m.versions.version}</th>
            <th>{m.versions.method}</th>
            <th>{m.versions.day}</th>
            {onLook && <th className="end">{m.versions.back}</th>}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, label, at }) => (
            <tr key={version}>
              <td className="name">{m.version(version)}</td>
              <td data-label={m.versions.method}>{label}</td>
              <td data-label={m.versions.day}>{f.day(at.slice(0, 10))}</td>
              {onLook && (
                <td className="end">
                  {version === running ? (
                    <span className="tag acc">{m.templates.inUse}</span>
                  ) : (
                    <button
                      type="button"
                      className="btn quiet"
                      aria-label={m.versions.backOf(version)}
                      onClick={() => onLook(version)}
                    >
                      {m.versions.back}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
