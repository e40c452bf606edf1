import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Absolute path of a file of the repository. */
export function inRepository(path: string): string {
  return join(repository, path);
}

/** Absolute path of a tree of planted violations. */
export function plantedTree(name: string): string {
  return inRepository(`test/structure/planted/${name}`);
}

/**
 * Reads what each planted file says it breaks: its first line is `// breaks: <rule>`, or it breaks nothing.
 * @returns the rule (or undefined) by the file's path inside the tree
 */
export function plantedFiles(tree: string): Map<string, string | undefined> {
  const paths = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.m?tsx?$/.test(path),
  );
  return new Map(
    paths.map((path) => [path, /^\/\/ breaks: (\S+)\n/.exec(readFileSync(join(tree, path), 'utf8'))?.[1]]),
  );
}

/** Runs a tool's program under this Node in a folder and gives its output, whatever its exit code. */
export function runTool(program: string, args: string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [inRepository(program), ...args], options, (error, stdout, stderr) => {
      if (stdout === '') reject(error ?? new Error(stderr));
      else resolve(stdout);
    });
  });
}
