// Forty invented Brazilian customers and the story each one lives. Names, numbers and stories are made up.
import type { Segment } from '#domain/facts/account-facts.ts';

/** What happens to a customer over the months. */
export type Plot =
  | 'growing'
  | 'steady'
  | 'sliding'
  | 'sponsor_gone'
  | 'detractor'
  | 'late_payer'
  | 'regressed'
  | 'renewing'
  | 'parked'
  | 'notice'
  | 'ended'
  | 'new'
  | 'brand_new'
  | 'quiet';

export type Customer = {
  readonly key: string;
  readonly name: string;
  readonly plot: Plot;
  readonly segment: Segment;
  readonly industry: string;
  /** Reais a month; US dollars where `usd`. */
  readonly monthly: number;
  readonly usd: boolean;
  readonly seats: number;
  /** Days since the contract started. */
  readonly since: number;
  /** Days until the present term ends. */
  readonly endsIn: number;
  /** Uses the product (user by user); the others consume hours. */
  readonly product: boolean;
  readonly csm: string;
};

const csms = ['ana.ribeiro', 'bruno.tavares', 'camila.rezende', 'davi.moura'] as const;
type Row = readonly [
  name: string,
  plot: Plot,
  segment: Segment,
  industry: string,
  monthly: number,
  seats: number,
  since: number,
  endsIn: number,
  how?: 'product' | 'usd',
];
const [ent, mid, smb, led] = ['enterprise', 'mid_market', 'smb', 'product_led'] as const;

const rows: readonly Row[] = [
  ['Transportes Rio Pardo', 'sponsor_gone', mid, 'logistica', 18_400, 16, 400, 58, 'product'],
  ['Metalúrgica Itaúna Sul', 'late_payer', mid, 'industria', 14_200, 40, 380, 19],
  ['Rede Aurora de Ensino', 'sliding', ent, 'educacao', 26_800, 18, 405, 76, 'product'],
  ['Papelaria Mirante', 'sliding', smb, 'varejo', 2400, 8, 210, 37, 'product'],
  ['Hotelaria Mar de Dentro', 'detractor', mid, 'turismo', 9800, 30, 395, 63],
  ['Distribuidora Catavento', 'parked', smb, 'distribuicao', 3600, 10, 300, 85],
  ['Têxtil Flor de Linho', 'detractor', mid, 'industria', 8900, 25, 330, 58],
  ['Frigorífico Pampa Bom', 'renewing', mid, 'alimentos', 12_700, 35, 352, 13],
  ['Construtora Pedra Alta', 'regressed', ent, 'construcao', 21_500, 17, 410, 132, 'product'],
  ['Clínica Vila Serena', 'steady', smb, 'saude', 4100, 12, 224, 141],
  ['Plásticos Jatobá', 'steady', mid, 'industria', 7700, 22, 281, 84],
  ['Escritório Nunes Taveira', 'steady', smb, 'servicos', 3200, 9, 208, 157],
  ['Imobiliária Cais Novo', 'new', smb, 'imoveis', 2900, 8, 24, 341],
  ['Cooperativa Vale do Ipê', 'growing', ent, 'agro', 24_300, 13, 390, 100, 'product'],
  ['Editora Meia-Lua', 'quiet', smb, 'editorial', 2700, 6, 213, 152],
  ['Laticínios Serra do Meio', 'renewing', mid, 'alimentos', 9100, 28, 287, 78],
  ['Contábil Horizonte Claro', 'growing', smb, 'servicos', 3800, 14, 240, 128, 'product'],
  ['Engenharia Traço Firme', 'regressed', mid, 'construcao', 8200, 24, 376, 149],
  ['Colégio Manacá', 'growing', smb, 'educacao', 3400, 12, 365, 125],
  ['Energia Ventania', 'renewing', ent, 'energia', 29_600, 80, 402, 114],
  ['Indústria Móveis Araçá', 'growing', mid, 'industria', 10_400, 14, 398, 170, 'product'],
  ['Farmácias Bem-te-vi', 'growing', mid, 'varejo', 13_900, 13, 388, 92, 'product'],
  ['Seguros Baía Norte', 'steady', mid, 'seguros', 9500, 30, 409, 66],
  ['Logística Três Pontes', 'growing', mid, 'logistica', 11_200, 15, 372, 144, 'product'],
  ['Agropecuária Boa Cerca', 'steady', smb, 'agro', 4600, 11, 356, 164],
  ['Bebidas Quintal', 'steady', mid, 'alimentos', 5200, 18, 345, 120],
  ['Laboratório Sabiá', 'growing', mid, 'saude', 9900, 13, 403, 90, 'product'],
  ['Grupo Paineira Alimentos', 'growing', ent, 'alimentos', 31_800, 14, 412, 138, 'product'],
  ['Usina Santa Eulália', 'renewing', ent, 'energia', 12_100, 45, 407, 69],
  ['Autopeças Ferradura', 'brand_new', mid, 'automotivo', 6400, 20, 3, 362],
  ['Andes Freight Partners', 'steady', ent, 'logistica', 5200, 70, 383, 182, 'usd'],
  ['Maré Software House', 'sliding', led, 'tecnologia', 1450, 15, 190, 20, 'product'],
  ['Nimbus Atendimento', 'late_payer', led, 'tecnologia', 980, 6, 150, 30, 'product'],
  ['Vidraçaria Sol Poente', 'notice', smb, 'construcao', 3100, 9, 340, 24],
  ['Confecções Alecrim', 'notice', mid, 'industria', 7400, 21, 388, 40],
  ['Auto Escola Rotatória', 'ended', smb, 'educacao', 1900, 5, 370, -45],
  ['Pousada Grão de Areia', 'ended', smb, 'turismo', 2100, 6, 400, -120],
  ['Química Aroeira', 'ended', mid, 'industria', 8600, 26, 410, -20],
  ['Padaria Dona Inês & Filhos', 'quiet', smb, 'alimentos', 890, 3, 61, 304],
  ['Tecelagem Água Viva', 'new', mid, 'industria', 6900, 19, 17, 348],
];

export const customers: readonly Customer[] = rows.map(
  ([name, plot, segment, industry, monthly, seats, since, endsIn, how], index) => ({
    key: `c${String(index + 1).padStart(2, '0')}`,
    name,
    plot,
    segment,
    industry,
    monthly,
    usd: how === 'usd',
    seats,
    since,
    endsIn,
    product: how === 'product',
    csm: csms[index % csms.length]!,
  }),
);

const weights = [
  [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
];

/** A CNPJ with right check digits, from a number of up to eight digits. */
export function taxIdOf(root: number): string {
  const digits = Array.from(`${String(root).padStart(8, '0')}0001`, Number);
  for (const row of weights) {
    const rest = row.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0) % 11;
    digits.push(rest < 2 ? 0 : 11 - rest);
  }
  return digits.join('');
}
