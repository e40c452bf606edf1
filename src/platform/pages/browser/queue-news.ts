/** What the pages of this browser and its service worker tell each other of the entries that wait on the device. */

export interface QueueNews {
  /** Whose entries. */
  person: string;
  /** How many the server took. */
  stored: number;
  /** Why sending stopped before all was sent; null when it did not. */
  stopped: 'no-line' | 'signed-out' | 'another' | null;
  /** What the server said of those it took: sentences to show. */
  words: string[];
}

const CHANNEL = 'sambang-antrean';
const hasChannel = 'BroadcastChannel' in globalThis;

/** Where browsers have no channels, a page hears at least itself. */
const ownListeners: ((news: QueueNews) => unknown)[] = [];

/** Tells all listeners, those of the same page among them. */
export function tellQueue(news: QueueNews): void {
  if (!hasChannel) return ownListeners.forEach((listen) => listen(news));
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

export function hearQueue(person: string, listen: (news: QueueNews) => unknown): void {
  if (!hasChannel) return void ownListeners.push(listen);
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<QueueNews>) => {
    if (data.person === person) listen(data);
  });
}
