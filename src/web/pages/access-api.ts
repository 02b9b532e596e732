// Who is at the screens and what they may do: asked once, kept until somebody signs in or out.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { accessClient } from '#contract/access-client.ts';
import type { Capability } from '#domain/access/roles.ts';

export const accessApi = accessClient((input, init) => window.fetch(input, init));

export const accessQuery = queryOptions({
  queryKey: ['access'],
  queryFn: ({ signal }) => accessApi.access(signal),
  staleTime: 60_000,
});

export const peopleQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['people', workspace],
    queryFn: ({ signal }) => accessApi.people(workspace, signal),
  });

/** Whether the reader may do something here; false until it is known. The API refuses by itself what a screen forgets. */
export function useCan(workspace: string | undefined): (capability: Capability) => boolean {
  const { data } = useQuery(accessQuery);
  const here = data?.workspaces.find(({ slug, id }) => slug === workspace || id === workspace);
  return (capability) => here?.can.includes(capability) ?? false;
}

/** Whether the reader owns a workspace of this base. */
export const useOwns = (): boolean =>
  useQuery(accessQuery).data?.workspaces.some(({ role }) => role === 'owner') ?? false;
