// GET export: the facts as sheets that the import reads back, for a person to keep or to take elsewhere.
import { z } from 'zod';
import { refusals, workspaceParams } from './common.ts';
import { paths } from './paths.ts';

export const exportTables = [
  'accounts',
  'contacts',
  'subscriptions',
  'tickets',
  'answers',
  'observations',
  'facts',
] as const;
export const exportFormats = ['csv', 'xlsx'] as const;
/** `br`: dd/mm/yyyy, decimal comma, `;`. `iso`: yyyy-mm-dd, decimal point, `,`. */
export const exportStyles = ['br', 'iso'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export type ExportStyle = (typeof exportStyles)[number];
export type ExportTable = (typeof exportTables)[number];

const file = { schema: z.string().meta({ format: 'binary' }) };

export const getExport = {
  method: 'get',
  path: paths.export,
  summary: 'Download: one workbook with a sheet a table, or one table as CSV',
  request: {
    params: workspaceParams,
    query: z.object({
      format: z.enum(exportFormats).default('xlsx'),
      style: z.enum(exportStyles).default('br'),
      /** Of a CSV; a workbook holds all. */
      table: z.enum(exportTables).default('accounts'),
    }),
  },
  responses: {
    200: {
      description: 'The file, streamed',
      content: {
        'text/csv': file,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file,
      },
    },
    ...refusals,
  },
} as const;
