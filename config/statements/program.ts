import { relative } from 'node:path';
import ts from 'typescript';

/** The project as the compiler sees it. */
export interface Project {
  program: ts.Program;
  checker: ts.TypeChecker;
  /** Absolute path that files are named from. */
  root: string;
  /** The project's own files, by name. */
  files: readonly ts.SourceFile[];
}

/** Reads the files of a tsconfig. @throws Error when it cannot be read */
export function openProject(configFile: string, root: string): Project {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const options: ts.CompilerOptions = { noEmit: true, incremental: false, composite: false };
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { ...options, tsBuildInfoFile: undefined },
    host,
  );
  if (!config) throw new Error(`${configFile} cannot be read`);
  const program = ts.createProgram(config.fileNames, config.options);
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && /^src\//.test(relative(root, file.fileName)))
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return { program, checker: program.getTypeChecker(), root, files };
}

/** Where a node stands: `src/visits/queries/list-visits.ts:84`. */
export function placeIn({ root }: Project, node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(root, file.fileName)}:${line + 1}`;
}

/** The function or field of a class, or the name of a module, in which a node stands. */
export function ownerOf(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isSourceFile(at.parent) && !ts.isClassLike(at.parent)) at = at.parent;
  return at;
}

/** What the owner is called: `ListVisits.execute`, or the function's name. */
export function nameOfOwner(owner: ts.Node): string {
  const of = ts.isClassLike(owner.parent) ? `${owner.parent.name?.text ?? 'class'}.` : '';
  if (ts.isVariableStatement(owner)) return owner.declarationList.declarations[0]?.name.getText() ?? '';
  if (ts.isConstructorDeclaration(owner)) return `${of}constructor`;
  const name = (owner as ts.NamedDeclaration).name;
  return name ? `${of}${name.getText()}` : 'module';
}
