// Whether the page is as narrow as a phone's: rows are then lines.
import { useEffect, useState } from 'react';

const phone = '(max-width: 760px)';

export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(phone).matches);
  useEffect(() => {
    const query = window.matchMedia(phone);
    const change = () => setNarrow(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return narrow;
}
