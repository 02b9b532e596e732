// Who the customer is, who of ours serves it, who sits there; who left and who took over.
import { ownTeam } from './names.ts';
import type { Life } from './life.ts';

export function writeAccount(life: Life): void {
  const pen = life.pen('account');
  const { nature, shape, fate } = life;
  const { segment } = nature;
  pen.tell(
    'account-described',
    nature.start,
    {
      name: nature.name,
      taxId: nature.taxId,
      domains: [nature.domain],
      segment,
      industry: nature.industry,
      size: segment === 'enterprise' ? 'grande' : segment === 'mid_market' ? 'media' : 'pequena',
      tags: [
        nature.terms === 'licence'
          ? 'licenca'
          : nature.terms === 'project'
            ? 'projeto'
            : nature.terms === 'package'
              ? 'pacote'
              : 'mensal',
      ],
      channel: pen.pick(['indicacao', 'evento', 'site', 'parceiro', 'prospeccao']),
      ...(nature.group === null ? {} : { group: nature.group }),
    },
    { hour: 8, id: 'cadastro' },
  );
  const profileToFollow = life.is('advocate', 'advocate_ready') || nature.level > 1;
  const custom = {
    erp: pen.pick(['Totvs', 'Sankhya', 'Omie', 'SAP', 'próprio']),
    unidades: pen.between(1, 9),
    piloto: pen.chance(0.2),
  };
  pen.tell(
    'account-described',
    Math.max(life.from, nature.start) + 20,
    { custom, profileToFollow },
    { id: 'ficha' },
  );
  team(life);
  for (const one of life.people) {
    const { key: contact, role, department } = one;
    const keyUser = nature.seats > 0 && (role === 'champion' || role === 'user');
    const influence =
      role === 'executive_sponsor' ? 0.9 : role === 'champion' ? 0.7 : role === 'user' ? 0.2 : 0.5;
    pen.tell(
      'contact-joined',
      one.from,
      { contact, role, department, influence, keyUser },
      { id: `entrou-${contact}` },
    );
    if (one.to !== null)
      pen.tell('contact-left', one.to, {
        contact,
        ...(one.replacedBy === null ? {} : { replacedBy: one.replacedBy }),
      });
    else if (pen.chance(0.04))
      pen.tell('contact-changed', Math.max(one.from, shape.today - 200), { contact, optOut: true });
    else if (role === 'influencer' && fate.shocks.some(({ what }) => what === 'competitor'))
      pen.tell('contact-changed', shape.today - 20, { contact, role: 'detractor', influence: 0.6 });
  }
}

function team(life: Life): void {
  const pen = life.pen('team');
  const { nature, fate } = life;
  const { segment } = nature;
  let csm: string = nature.csm;
  pen.tell('team-assigned', nature.start, { member: csm, role: 'csm' }, { hour: 9 });
  if (nature.hours > 0)
    pen.tell('team-assigned', nature.start, { member: nature.consultant, role: 'consultant' }, { hour: 9 });
  if (segment === 'enterprise') {
    pen.tell(
      'team-assigned',
      nature.start,
      { member: ownTeam.executive_sponsor[0], role: 'executive_sponsor' },
      { hour: 9 },
    );
    pen.tell('team-assigned', nature.start, { member: ownTeam.manager[0], role: 'manager' }, { hour: 9 });
  }
  if (segment !== 'product_led')
    pen.tell('team-assigned', nature.start, { member: ownTeam.sales[0], role: 'sales' }, { hour: 9 });
  pen.tell('team-assigned', nature.start, { member: ownTeam.finance[0], role: 'finance' }, { hour: 9 });
  for (const { what, day } of fate.shocks) {
    if (what !== 'csm_changed' || !life.isCustomer(day)) continue;
    const next = pen.pick(ownTeam.csm.filter((one) => one !== csm));
    pen.tell('team-released', day, { member: csm, role: 'csm' }, { hour: 9 });
    pen.tell('team-assigned', day, { member: next, role: 'csm' }, { hour: 10 });
    csm = next;
    pen.tell('note-written', day, {
      text: `Passagem de carteira: ${nature.name}. Pontos em aberto, promessas e contatos repassados; apresentação marcada com o cliente.`,
    });
  }
}
