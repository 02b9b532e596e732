// Words that only one kind of table holds: priorities and states of tickets, movements of MRR, roles of people, states of
// invoices. A column speaks of a table when nearly all its cells are such words.
import { textOf } from './cell.ts';
import { nameKey } from './cell-words.ts';
import type { Cell } from './table.ts';

export type Vocabulary =
  | 'tickets'
  | 'priority'
  | 'movements'
  | 'roles'
  | 'invoices'
  | 'channel'
  | 'units'
  | 'meetings'
  | 'instrument'
  | 'plans'
  | 'industries';

const lists: Readonly<Record<Vocabulary, string>> = {
  priority:
    'p0,p1,p2,p3,p4,p5,s1,s2,s3,s4,low,normal,medium,high,urgent,critical,blocker,major,minor,baixa,media,alta,urgente,critica,critico,baixo,medio,alto',
  tickets:
    'open,opened,closed,resolved,solved,escalated,pending,on hold,in progress,new,hold,waiting,reopened,aberto,fechado,resolvido,em andamento,pendente,encerrado,em atendimento,aguardando cliente,aguardando,escalado,reaberto,novo,concluido',
  movements:
    'upgrade,downgrade,expansion,contraction,churn,new,reactivation,novo,nova,expansao,contracao,upsell,downsell,cross sell,cancelamento,reativacao,reducao,aumento,reajuste',
  roles:
    'ceo,cfo,cto,coo,diretor,diretora,gerente,analista,coordenador,coordenadora,socio,socia,sponsor,champion,usuario,user,manager,director,vp,analyst,decisor,compras,financeiro,admin,owner,head,supervisor,supervisora,assistente,presidente',
  invoices:
    'pago,paga,paid,aberto,em aberto,open,vencido,vencida,overdue,past due,pendente,unpaid,void,a vencer,atrasado,atrasada,uncollectible,failed,succeeded,draft',
  channel:
    'web,appstore,appstore1,appstore2,google,google ads,facebook,linkedin,instagram,referral,indicacao,organic,organico,inbound,outbound,email,evento,eventos,event,parceiro,partner,direto,direct,paid,ads,site,prospeccao',
  units: 'users,user,usuarios,usuario,seats,seat,licencas,licenca,horas,hours,posts,api calls,gb',
  meetings:
    'qbr,kick off,kickoff,check in,checkin,treinamento,training,renovacao,renewal,acompanhamento,alinhamento,review,onboarding,follow up,ebr,revisao',
  instrument: 'nps,csat,ces,mhs',
  plans:
    'starter,growth,scale,basic,basico,pro,professional,profissional,premium,plus,enterprise,business,standard,essential,essencial,free,gratuito,team,advanced,avancado,bronze,prata,ouro,silver,gold,platinum,lite,light,master,full,completo',
  industries:
    'banking,bancos,banco,healthcare,health,saude,retail,varejo,manufacturing,industria,media,publishing,education,educacao,technology,tecnologia,software,finance,financas,financeiro,insurance,seguros,logistics,logistica,transporte,transportes,travel,hospitality,turismo,energy,energia,agro,agronegocio,telecom,construction,construcao,real estate,imobiliario,food,alimentos,automotive,automotivo,pharma,government,governo,nonprofit,juridico,legal,consulting,consultoria,ecommerce,e commerce,gaming,biotech,hotelaria,moda,servicos,financial services,professional services,public sector,life sciences',
};
const words = new Map(
  Object.entries(lists).map(([name, list]) => [name as Vocabulary, new Set(list.split(','))] as const),
);
const mostly = 0.8;
/** Industries are often two in one (`Media & Publishing`): each word counts. */
const byWord: ReadonlySet<Vocabulary> = new Set(['industries']);
/** Rows looked at. */
const sample = 1000;

/** The vocabulary that a column's cells belong to: of two that fit as well the first; null: none. */
export function vocabularyOf(cells: readonly Cell[]): Vocabulary | null {
  const texts = cells.slice(0, sample).flatMap((cell) => nameKey(textOf(cell).slice(0, 60)) || []);
  if (texts.length === 0) return null;
  let best: { name: Vocabulary; share: number } | null = null;
  for (const [name, set] of words) {
    const fits = (text: string): boolean =>
      set.has(text) || (byWord.has(name) && text.split(' ').some((word) => set.has(word)));
    const share = texts.filter(fits).length / texts.length;
    if (share >= mostly && share > (best?.share ?? 0)) best = { name, share };
  }
  return best?.name ?? null;
}

/** Every vocabulary that some column holds. */
export function vocabulariesIn(
  columns: readonly { readonly cells: readonly Cell[] }[],
): ReadonlySet<Vocabulary> {
  return new Set(columns.flatMap((column) => vocabularyOf(column.cells) ?? []));
}
