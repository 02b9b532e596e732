// The width a drawing has, in pixels: drawings are made for it, their text is never scaled.
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** `first`: what is taken until it is measured. */
export function useWidth<E extends Element>(first = 0): readonly [RefObject<E | null>, number] {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    setWidth(Math.floor(element.getBoundingClientRect().width));
    const watch = new ResizeObserver((entries) => setWidth(Math.floor(entries[0]?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [place, width];
}
