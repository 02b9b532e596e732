// Where one is, in the bar above every page.
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useShell } from '#web/pages/shell-state.tsx';
import { useSpeech } from '#web/words/context.tsx';

/** Pages that stand alone, by their part of the address. */
const plainPages: Readonly<Record<string, 'people' | 'ritual' | 'method' | 'day' | undefined>> = {
  pessoas: 'people',
  rituais: 'ritual',
  metodo: 'method',
  hoje: 'day',
};

/** Which of the Dados pages is open; null on every other one. */
function useDataPlace(): 'data' | 'identity' | 'keywords' | null {
  const [, , page, below] = useLocation().pathname.split('/');
  if (page !== 'dados') return null;
  return below === 'identidade' ? 'identity' : below === 'palavras' ? 'keywords' : 'data';
}

export function Crumb({ workspace }: { workspace: string | undefined }) {
  const { w } = useSpeech();
  const { lastList } = useShell();
  const { id } = useParams({ strict: false });
  const place = useDataPlace();
  const importing = useImporting();
  const page = useLocation().pathname.split('/')[2];
  if (workspace === undefined) return null;
  const named = page === undefined ? undefined : plainPages[page];
  if (named !== undefined)
    return (
      <div className="crumb">
        <b>{w.nav[named]}</b>
      </div>
    );
  if (place !== null)
    return (
      <div className="crumb">
        {place === 'data' ? (
          <b>{w.nav.data}</b>
        ) : (
          <>
            <Link to="/$workspace/dados" params={{ workspace }}>
              {w.nav.data}
            </Link>{' '}
            / <b>{w.nav[place]}</b>
          </>
        )}
      </div>
    );
  return (
    <div className="crumb">
      {id === undefined && !importing ? (
        <b>{w.nav.base}</b>
      ) : (
        <>
          <Link to="/$workspace/base" params={{ workspace }} search={lastList?.search ?? {}}>
            {w.nav.base}
          </Link>{' '}
          / <b>{importing ? w.nav.import : w.nav.customer}</b>
        </>
      )}
    </div>
  );
}

/** True on the pages that bring sheets in. */
const useImporting = (): boolean => useLocation().pathname.split('/')[2] === 'importar';
