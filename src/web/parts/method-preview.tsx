// What another method would change today: the finding, the customers it touches, and the publishing.
import type { ReactNode } from 'react';
import type { Looked } from '#web/views/method-look.ts';
import { useMethodSpeech } from '#web/words/method-context.ts';

type Props = {
  looked: Looked;
  publishing: boolean;
  onPublish: () => void;
  onLeave: () => void;
  link: (id: string, name: string) => ReactNode;
};

export function MethodPreview({ looked, publishing, onPublish, onLeave, link }: Props) {
  const { m } = useMethodSpeech();
  const { preview, label } = looked;
  return (
    <section className="sec mp" aria-busy={preview === null}>
      <header>
        <h2>{m.preview.title(label)}</h2>
      </header>
      <p className="found" role="status">
        {preview?.text ?? m.preview.looking}
      </p>
      {preview && preview.changed > 0 && (
        <>
          <p className="soft">{m.preview.aspects(preview.byAspect)}</p>
          {preview.bands.length > 0 && (
            <p className="soft">
              {m.preview.bands}: {preview.bands.map(({ text }) => text).join(', ')}
            </p>
          )}
          <p className="small mute mp-note">{m.preview.examples}</p>
          <table className="tbl wrap stack">
            <caption className="sr">{m.preview.examples}</caption>
            <thead>
              <tr>
                <th>{m.preview.customer}</th>
                <th>{m.preview.changes}</th>
              </tr>
            </thead>
            <tbody>
              {preview.examples.map(({ id, account, changes }) => (
                <tr key={id}>
                  <td className="name">{link(id, account)}</td>
                  <td data-label={m.preview.changes}>
                    {changes.map((text) => (
                      <span className="line" key={text}>
                        {text}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {preview && (
        <div className="bar">
          <button type="button" className="btn pri" aria-busy={publishing} onClick={onPublish}>
            {publishing ? m.preview.publishing : m.preview.publish}
          </button>
          <button type="button" className="btn quiet" onClick={onLeave}>
            {m.preview.leave}
          </button>
          <span className="small mute">{m.preview.sure}</span>
        </div>
      )}
    </section>
  );
}
