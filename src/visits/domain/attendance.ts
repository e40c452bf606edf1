/** What can be said of somebody's coming. */
interface AttendanceTraits {
  /** Whether the person was there, and so counts among those who came. */
  wasThere: boolean;
  /** Whether somebody else has to be named who came instead. */
  hasRepresentative: boolean;
  /** In a sentence: `Sari: hadir`. */
  words: string;
}

/** Every state of attendance, in the order in which they are read; what nobody marked is null. */
const traits = {
  present: { wasThere: true, hasRepresentative: false, words: 'hadir' },
  late: { wasThere: true, hasRepresentative: false, words: 'terlambat' },
  excused: { wasThere: false, hasRepresentative: false, words: 'izin' },
  absent: { wasThere: false, hasRepresentative: false, words: 'tidak hadir' },
  represented: { wasThere: false, hasRepresentative: true, words: 'diwakili' },
} as const satisfies Record<string, AttendanceTraits>;

export type Attendance = keyof typeof traits;
export const attendances = Object.keys(traits) as readonly Attendance[];

/** As they stand in a sentence. */
export const attendanceWords: Readonly<Record<Attendance, string>> = {
  present: traits.present.words,
  late: traits.late.words,
  excused: traits.excused.words,
  absent: traits.absent.words,
  represented: traits.represented.words,
};

/** Whether somebody was there; of whom nobody said, that is not known to be so. */
export const wasThere = (attendance: Attendance | null): boolean =>
  attendance !== null && traits[attendance].wasThere;

/** Whether somebody else has to be named who came instead. */
export const isRepresented = (attendance: Attendance | null): boolean =>
  attendance !== null && traits[attendance].hasRepresentative;

/** What one tap can say, since it names nobody else. */
export const tappedAttendances: readonly Attendance[] = attendances.filter(
  (attendance) => !isRepresented(attendance),
);

/** The states of those who were there, for statements. */
export const attendancesThere: readonly Attendance[] = attendances.filter(wasThere);

/** The states of those of whom it is known that they were not there. */
export const attendancesAway: readonly Attendance[] = attendances.filter(
  (attendance) => !wasThere(attendance),
);

/** Whether somebody came late, by when it was and how many minutes the host lets pass. */
export const arrivedAs = (cameAt: Date, startsAt: Date, lateMinutes: number): 'present' | 'late' =>
  cameAt.getTime() > startsAt.getTime() + lateMinutes * 60_000 ? 'late' : 'present';

/** What stands of somebody who came unasked: an officer has yet to look, or has; null for all others. */
export const walkInStates = ['waits', 'seen'] as const;
export type WalkInState = (typeof walkInStates)[number];
