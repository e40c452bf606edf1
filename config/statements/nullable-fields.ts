import ts from 'typescript';
import { placeIn, type Project } from './program.js';

/** Fields that are declared with null: of those that several statements fill, one has to give it. */
export class NullableFields {
  private readonly known = new Map<ts.Declaration, boolean>();

  /** @param comes whether a statement may give null for the field */
  add(field: ts.Symbol, comes: boolean): void {
    // A field of Pick and the like keeps the declaration that it comes from.
    const [declaration] = field.declarations ?? [];
    if (declaration) this.known.set(declaration, comes || (this.known.get(declaration) ?? false));
  }

  /** Those that no statement gives null for. What an entity says is held against the schema elsewhere. */
  faults(project: Project): string[] {
    return [...this.known]
      .filter(
        ([declaration, comes]) => !comes && !declaration.getSourceFile().fileName.endsWith('.entity.ts'),
      )
      .map(([declaration]) => {
        const name = (declaration as ts.NamedDeclaration).name?.getText() ?? '';
        return `${placeIn(project, declaration)} ${nameOfHolder(declaration)}${name}: is declared with null, which no statement gives`;
      });
  }
}

function nameOfHolder({ parent }: ts.Node): string {
  return ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent)
    ? `${parent.name?.text ?? ''}.`
    : '';
}
