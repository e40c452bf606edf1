import type { ParticipantRow } from '../../visits/index.js';

/** On whose side somebody comes, as papers say it. */
export const sideWords: Readonly<Record<ParticipantRow['side'], string>> = {
  guest: 'Tamu',
  host: 'Tuan rumah',
  invited: 'Undangan',
};
