// The client's functions of the method. Reads no schema.
import type { Language } from './common.ts';
import type { Wire } from './draft-client.ts';
import type { MethodChoice, MethodPreview, MethodRead } from './methods.ts';
import { paths } from './paths.ts';

/** Functions over the routes of the method. Each rejects as the client's others do. */
export function methodClient<Send>({ get, send }: Wire<Send>) {
  return {
    method: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<MethodRead>(paths.method, { workspace }, { lang }, signal),
    methodText: (workspace: string, version: number) =>
      get<{ readonly version: number; readonly source: string }>(
        paths.methodText,
        { workspace },
        { version },
      ),
    previewMethod: (workspace: string, lang: Language, choice: MethodChoice) =>
      send<MethodPreview>('POST', paths.methodPreview, { workspace }, { lang }, choice),
    publishMethod: (workspace: string, choice: MethodChoice, over: number) =>
      send<{ readonly version: number }>('POST', paths.method, { workspace }, {}, { choice, over }),
  };
}
