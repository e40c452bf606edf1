import type { TestApp } from './app.js';
import type { UsualPeople } from './people.js';

/** Two items of a sweep, both due; `bad` stands before `good`. */
export interface Scene {
  bad: string;
  good: string;
  /** Whether the sweep finds the same item each time, done or not. */
  comesUpAgain?: boolean;
  /** Table and condition of the write that a trigger refuses. */
  refuse: {
    on: 'mail' | 'visit' | 'sign_in_failure' | 'unit' | 'visit_file' | 'stored_file' | 'bundle' | 'erasure';
    at: 'INSERT' | 'UPDATE' | 'DELETE';
    when: string;
  };
  /** Whether the work on an item was done. */
  isDone: (key: string) => Promise<boolean>;
}

export type MakeScene = (app: TestApp, people: UsualPeople) => Promise<Scene>;
