/** Where a text stands. */
export const pressStates = ['draft', 'approved', 'ready'] as const;
export type PressState = (typeof pressStates)[number];

export const pressStateWords: Readonly<Record<PressState, string>> = {
  draft: 'Konsep',
  approved: 'Disetujui kepala',
  ready: 'Siap dibagikan',
};

/** What is done with a text. `unsettle` is what a quote does to it that was changed. */
export const pressActions = ['save', 'approve', 'make-ready', 'take-back', 'unsettle'] as const;
export type PressAction = (typeof pressActions)[number];

/** To which state each action leads, from those it is possible in: a text that was changed is approved by nobody. */
const transitions: Readonly<Record<PressAction, Readonly<Partial<Record<PressState, PressState>>>>> = {
  save: { draft: 'draft', approved: 'draft', ready: 'draft' },
  approve: { draft: 'approved' },
  'make-ready': { approved: 'ready' },
  'take-back': { approved: 'draft', ready: 'draft' },
  unsettle: { draft: 'draft', approved: 'draft', ready: 'draft' },
};

/** Null where the action is not possible. */
export const after = (state: PressState, action: PressAction): PressState | null =>
  transitions[action][state] ?? null;
