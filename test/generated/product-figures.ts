/** What the product's own figures say of the process that answers. */
export interface Figures {
  /** The longest time for which its event loop stood, since it was asked the last time. */
  longestBlockMs: number;
  /** What it holds of its own, and with what libraries and threads hold besides. */
  heapMb: number;
  memoryMb: number;
}

export async function figuresOf(url: string): Promise<Figures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    longestBlockMs: figure('nodejs_eventloop_lag_max_seconds') * 1_000,
    heapMb: figure('nodejs_heap_size_used_bytes') / 1_000_000,
    memoryMb: figure('process_resident_memory_bytes') / 1_000_000,
  };
}
