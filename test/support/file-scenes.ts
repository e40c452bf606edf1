import type { MakeScene } from './scene.js';
import { unmovedFile } from './unmoved-files.js';
import { requested } from './visits.js';

/** Scenes of the sweeps over the store of files. */
export const fileScenes: Record<string, MakeScene[]> = {
  'operations.move-files': [
    async (app, people) => {
      const { id } = await requested(app, people.guest);
      const ids = [
        await unmovedFile(app, id, Buffer.from('%PDF-1.7 a')),
        await unmovedFile(app, id, Buffer.from('%PDF-1.7 b')),
      ];
      const [bad = '', good = ''] = ids.sort().map((file) => `visit_file/${file}`);
      return {
        bad,
        good,
        refuse: { on: 'visit_file', at: 'UPDATE', when: `NEW.id = '${bad.slice(11)}'` },
        isDone: async (key) =>
          (
            await app.database.query('SELECT 1 FROM visit_file WHERE id = $1 AND stored IS NOT NULL', [
              key.slice(11),
            ])
          ).length > 0,
      };
    },
  ],
  'files.remove-loose': [
    async (app) => {
      const [bad, good] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];
      await app.database.query(
        `INSERT INTO stored_file (sha256, size, place, claimed_until)
         VALUES ($1, 1, 'folder', '2020-01-01'), ($2, 1, 'folder', '2020-01-01')`,
        [bad, good],
      );
      return {
        bad,
        good,
        refuse: { on: 'stored_file', at: 'DELETE', when: `OLD.sha256 = '${bad}'` },
        isDone: async (key) =>
          (await app.database.query('SELECT 1 FROM stored_file WHERE sha256 = $1', [key])).length === 0,
      };
    },
  ],
};
