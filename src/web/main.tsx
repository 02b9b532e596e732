// Starts the screens in the browser.
import '#web/styles/all.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '#contract/client.ts';
import { ShellStateProvider } from '#web/pages/shell-state.tsx';
import { router } from '#web/routes.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal will not change by asking again; a lost connection may.
      retry: (failures, error) => !(error instanceof Refused && error.problem !== null) && failures < 2,
    },
  },
});

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ShellStateProvider>
          <RouterProvider router={router} />
        </ShellStateProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
