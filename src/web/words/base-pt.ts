// What the tools of the Base say in Portuguese: saved views, columns, the drawing, what is done to many at once.
import { count } from '#web/words/count.ts';

const customers = (n: number) => count(n, 'cliente', 'clientes');

export const basePt = {
  mine: 'Minha carteira',
  customers,
  view: {
    save: 'Salvar visão',
    saveChanges: 'Salvar mudanças',
    back: 'Voltar à visão',
    menu: (name: string) => `Mudar a visão ${name}`,
    name: 'Nome da visão',
    keeps: 'Guarda os filtros, a ordem, as colunas e o desenho de agora.',
    share: 'Mostrar para a equipe',
    shared: 'da equipe',
    rename: 'Guardar',
    left: 'Mover para a esquerda',
    right: 'Mover para a direita',
    remove: 'Remover visão',
    cancel: 'Cancelar',
    saved: (name: string) => `Visão ${name} salva.`,
    changed: (name: string) => `Visão ${name} atualizada.`,
    removed: (name: string) => `Visão ${name} removida.`,
    undone: (name: string) => `Visão ${name} de volta.`,
    undo: 'Desfazer',
    failed: 'A visão não mudou. Tente de novo.',
    differs: 'Os filtros mudaram desde que a visão foi salva.',
    missing: 'Esta visão não existe mais. Os filtros do endereço continuam valendo.',
    gone: {
      stage: (key: string) =>
        `A fase “${key}” desta visão não existe mais no método: a visão abre, mas ninguém está nela.`,
      signal: (key: string) =>
        `O sinal “${key}” desta visão não existe mais no método: a visão abre, mas ninguém o tem.`,
      owner: (key: string) => `“${key}”, de quem esta visão mostra a carteira, não está mais na equipe.`,
    },
  },
  columns: {
    open: 'Colunas',
    note: 'Valem para este navegador. Salve a visão para guardar com ela.',
    noteView: 'Salve as mudanças para guardar com a visão.',
    show: (name: string) => `Mostrar ${name}`,
    up: (name: string) => `${name} antes`,
    down: (name: string) => `${name} depois`,
    reset: 'Voltar às de sempre',
  },
  draw: { label: 'Desenho', list: 'Lista', scatter: 'Dispersão' },
  scatter: {
    finding: {
      both: (red: string, near: string, points: number, money: string) =>
        `${red} já está em vermelho e ${near} está a ${count(points, 'ponto', 'pontos')} dele: juntos, ${money} de ARR`,
      red: (n: number, money: string) =>
        n === 1
          ? `1 cliente em vermelho soma ${money} de ARR`
          : `${n} clientes em vermelho somam ${money} de ARR`,
      neutral: (n: string, one: boolean) => `Saúde e ARR de ${n} ${one ? 'cliente' : 'clientes'}`,
    },
    sub: (drawn: string) =>
      `Saúde hoje, na horizontal, × ARR · ${drawn} com saúde e MRR conhecidos · círculo maior, mais dinheiro em jogo`,
    subThen: (drawn: string, day: string) =>
      `Saúde em ${day}, na horizontal, × ARR · ${drawn} com saúde e MRR conhecidos · círculo maior, mais dinheiro em jogo`,
    rest: (points: string, rest: string) =>
      `Os ${points} com mais dinheiro em jogo estão um a um; os outros ${rest} são os quadrados: mais escuro, mais clientes`,
    root: 'a altura cresce com a raiz do valor: o dobro da altura é quatro vezes o ARR',
    axis: (unit: string) => `ARR, ${unit}`,
    thousands: (symbol: string) => `${symbol} mil`,
    bands: { red: 'Vermelho', yellow: 'Amarelo', green: 'Verde' },
    picture: (n: string, red: string, yellow: string, green: string) =>
      `Dispersão de ${n} clientes por saúde e ARR: ${red} em vermelho, ${yellow} em amarelo, ${green} em verde. A tabela diz o mesmo.`,
    keys: 'Clientes do gráfico: setas ou j e k andam, Enter abre',
    out: 'Fora do gráfico',
    withoutHealth: (n: string) => `${n} sem saúde conhecida`,
    withoutMrr: (n: string) => `${n} sem MRR informado`,
    outOne: (name: string, noHealth: boolean) =>
      `${name}, ${noHealth ? 'saúde desconhecida' : 'MRR não informado'}`,
    table: 'Ver tabela',
    noTable: 'Esconder tabela',
    csv: 'Baixar CSV',
    caption: 'Clientes do gráfico, por ARR',
    arr: (symbol: string) => `ARR, ${symbol}`,
    stake: (symbol: string) => `Em jogo, ${symbol}`,
    health: 'Saúde',
    cells: (n: string) => `A tabela tem os que estão um a um; mais ${n} estão só contados.`,
    none: 'Ninguém aqui tem saúde e MRR conhecidos ao mesmo tempo. A lista mostra o que falta.',
    failed: 'O gráfico não carregou.',
    file: 'dispersao.csv',
    told: (name: string, score: string, arr: string, stake: string | null) =>
      `${name}: saúde ${score}, ARR ${arr}${stake === null ? '' : `, ${stake} em jogo`}`,
  },
  bulk: {
    marked: (n: string, one: boolean) => (one ? '1 cliente marcado' : `${n} clientes marcados`),
    all: (n: string) => `Marcar todos os ${n} do filtro`,
    allMarked: (n: string) => `Todos os ${n} do filtro estão marcados`,
    clear: 'Desmarcar',
    note: 'Anotar em todos',
    noteText: 'O que anotar',
    noteHint: (n: number) => `A mesma anotação entra em ${customers(n)}.`,
    task: 'Abrir tarefa',
    taskText: 'O que fazer',
    taskHint: (n: number) => `A mesma tarefa abre em ${customers(n)}, com quem cuida de cada um.`,
    taskDue: 'Até, dia/mês/ano',
    dueWrong: 'Escreva a data como 15/04/2026.',
    open: 'Abrir',
    emptyTask: 'Escreva o que fazer, com três letras ou mais.',
    opened: (n: number) => `Tarefa aberta em ${customers(n)}.`,
    taskUndone: (n: number) => `Tarefa tirada de ${customers(n)}.`,
    pass: 'Passar para',
    passTo: 'Quem passa a cuidar',
    passHint: (n: number) => `${customers(n)} e as tarefas abertas vão para`,
    someone: 'Escolha',
    passMissing: 'Escolha quem passa a cuidar.',
    handOver: 'Passar',
    passed: (n: number, name: string) => `${customers(n)} agora ${n === 1 ? 'é' : 'são'} de ${name}.`,
    passKept: (n: number) => (n === 1 ? '1 já era.' : `${n} já eram.`),
    passUndone: (n: number) => `${customers(n)} de volta para quem estava.`,
    write: 'Anotar',
    cancel: 'Cancelar',
    empty: 'Escreva o que anotar.',
    csv: 'Exportar CSV',
    exporting: 'Preparando o arquivo',
    exported: (n: string) => `Arquivo com ${n} baixado.`,
    file: 'base.csv',
    progress: (done: string, of: string) => `${done} de ${of} clientes`,
    stop: 'Parar',
    stopped: (done: string, of: string) => `Parado: ${done} de ${of} gravados.`,
    noted: (n: number) => `Anotado em ${customers(n)}.`,
    missing: (n: number) =>
      n === 1
        ? '1 não está mais na base e ficou sem a anotação.'
        : `${n} não estão mais na base e ficaram sem a anotação.`,
    undone: (n: number) => `Anotação tirada de ${customers(n)}.`,
    undo: 'Desfazer',
    tooMany: (most: string) => `São mais de ${most}: filtre antes, ou faça por partes. Nada foi gravado.`,
    failed: (done: string, of: string) => `Parou em ${done} de ${of}; o que foi gravado está gravado.`,
    exportFailed: 'O arquivo não saiu. Tente de novo.',
  },
};
export type BaseWords = typeof basePt;
