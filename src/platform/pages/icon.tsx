import type { VNode } from 'preact';

/** Strokes on a grid of 24 by 24. */
const strokes = {
  home: 'M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-6h4v6',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  visit: 'M4 20V10l5-4 5 4v10zM14 12l3-2 4 3v7h-7M8 20v-5h2v5',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  tasks: 'M4 6.500l1.500 1.500L8.500 5M4 13l1.500 1.500 3-3M12 7h8M12 13.500h8M5 20h15',
  network:
    'M12 8V12M12 12l-5.500 4M12 12l5.500 4M12 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM5 20.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM19 20.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  building: 'M4 20h16M6 20V5h8v15M14 10h4v10M9 9h2M9 13h2',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.4-1 .9-1 1.700M12 17v.1',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.6-3.500 3.400-5 7-5s6.400 1.500 7 5',
  people:
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 19.500c.5-3 2.800-4.500 6-4.500s5.500 1.500 6 4.500M15.500 5a3.300 3.300 0 0 1 0 6.300M17.500 15.200c2 .5 3.200 1.900 3.500 4.300',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  pin: 'M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  share: 'M4 20l1.300-4A8.500 8.500 0 1 1 8.500 19zM9 9c0 3.500 2.500 6 6 6',
  camera: 'M4 8h4l1.500-2.500h5L16 8h4v11H4zM12 16.500a3.300 3.300 0 1 0 0-6.600 3.300 3.300 0 0 0 0 6.600z',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8z',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  pencil: 'M5 19l1-4L16.500 4.500l3 3L9 18z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  bell: 'M6 17V11a6 6 0 1 1 12 0v6l1.500 1.500h-15zM10 21h4',
  history: 'M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 1.800',
  leave: 'M14 4H5v16h9M10 12h11M17.500 8.500 21 12l-3.500 3.500',
} as const;

export type IconName = keyof typeof strokes;

/** A picture beside words that say the same: nothing for those who do not see it. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
