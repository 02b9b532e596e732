// Virtual rows over the page's own scroll. The hook's answer changes in place at each scroll: never memoise what it gives.
import { useWindowVirtualizer } from '@tanstack/react-virtual';

export const useWindowRows = useWindowVirtualizer;
