import type { FollowUpState } from './follow-up-states.js';

/** What each state is called. */
export const followUpStateNames: Readonly<Record<FollowUpState, string>> = {
  open: 'Belum dimulai',
  'in-progress': 'Sedang dikerjakan',
  done: 'Selesai',
  dropped: 'Tidak diteruskan',
};

/** Whether something stands as a replication, in words. */
export function replicationWords({
  state,
  replication,
}: {
  state: FollowUpState;
  replication: object | null;
}): string {
  if (replication) return 'Dikonfirmasi';
  return state === 'done' ? 'Menunggu konfirmasi' : 'Belum ada';
}
