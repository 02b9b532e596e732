// The download for who sees their own customers alone: the page of data, where the others have theirs, is not for them.
import { useQuery } from '@tanstack/react-query';
import { accessQuery } from '#web/pages/access-api.ts';
import { dataApi } from '#web/pages/data-api.ts';
import { useSpeech } from '#web/words/context.tsx';

export function OwnExport({ workspace }: { workspace: string }) {
  const { w, f } = useSpeech();
  const access = useQuery(accessQuery).data?.workspaces;
  const here = access?.find(({ slug, id }) => slug === workspace || id === workspace);
  if (here?.limited !== true || !here.can.includes('base.export')) return null;
  const address = (format: 'xlsx' | 'csv'): string =>
    dataApi.exportAddress(
      workspace,
      format === 'csv' ? { format, style: 'br', table: 'accounts' } : { format, style: 'br' },
    );
  return (
    <p className="bar own-export">
      <span className="small mute">{f.seesMoney ? w.money.take : w.money.takeHidden}</span>
      <a className="btn" href={address('xlsx')} download>
        Excel
      </a>
      <a className="btn" href={address('csv')} download>
        CSV
      </a>
    </p>
  );
}
