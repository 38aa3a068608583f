const betweenLinesMs = 200;

/** Shows no more than five lines of progress a second. */
export function throttled<T>(show: (progress: T) => void): (progress: T) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < betweenLinesMs) return;
    last = now;
    show(progress);
  };
}
