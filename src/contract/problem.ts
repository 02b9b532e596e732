// The one shape of a refusal (RFC 9457). `code` is stable for programs, `title` and `detail` are for people.
import { z } from 'zod';

export const problem = z.object({
  /** `about:blank`, or a page that explains the code. */
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  /** What happened, what was kept, what to do. */
  detail: z.string().optional(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof problem>;
