// Starts the screens in the browser.
import '#web/styles/all.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '#contract/client.ts';
import { accessQuery } from '#web/pages/access-api.ts';
import { ShellStateProvider } from '#web/pages/shell-state.tsx';
import { router } from '#web/routes.tsx';

/** A session that ended is met by whatever was asked next: who is here is then asked anew, and they may sign in. */
function ended(error: unknown): void {
  if (error instanceof Refused && error.status === 401) void queries.invalidateQueries(accessQuery);
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: ended }),
  mutationCache: new MutationCache({ onError: ended }),
  defaultOptions: {
    // Perene may run on this machine: whether there is a network says nothing of whether it answers.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      // A refusal will not change by asking again; a lost connection may.
      retry: (failures, error) => !(error instanceof Refused && error.problem !== null) && failures < 2,
    },
  },
});

// The browser's own clock and chance are read here alone. The clock does not move with that on the wall.
const instant = (): number => performance.timeOrigin + performance.now();
const mint = (): string => crypto.randomUUID();

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ShellStateProvider instant={instant} mint={mint}>
          <RouterProvider router={router} />
        </ShellStateProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
