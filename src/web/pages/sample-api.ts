// The client of the sample base, and the query that its pages share.
import { queryOptions } from '@tanstack/react-query';
import { sampleClient } from '#contract/sample-client.ts';

export const sampleApi = sampleClient((input, init) => window.fetch(input, init));

/** Asked again and again only while it is loading. */
export const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: ({ signal }) => sampleApi.state(signal),
  refetchInterval: ({ state }) => (state.data?.state === 'loading' ? 400 : false),
});
