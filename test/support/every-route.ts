import { RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { TestApp } from './app.js';

/** A route of the API or of the pages as its controller declares it. */
export interface DeclaredRoute {
  method: string;
  /** With its parameters: `/kunjungan/:id/peserta`. */
  path: string;
}

const listOf = (paths: string | string[]): string[] => (Array.isArray(paths) ? paths : [paths]);

/** Every route that some controller declares, pages and API alike. */
export function everyRoute({ app }: TestApp): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const controller = metatype as Type<object>;
      return scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
        const handler = (controller.prototype as Record<string, object>)[name] as object;
        const path = Reflect.getMetadata('path', handler) as string | string[] | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '';
        const bases = listOf(Reflect.getMetadata('path', controller) as string | string[]);
        return bases.flatMap((base) =>
          listOf(path).map((rest) => ({ method, path: `/${base}/${rest}`.replace(/\/+/g, '/') })),
        );
      });
    });
}

/** The addresses of a route with its parameters filled from known values, every combination of them. */
export function addressesOf({ path }: DeclaredRoute, values: readonly string[]): string[] {
  const filled = path
    .split(/(?::\w+|\*\w*)/)
    .reduce<string[]>(
      (heads, part, index) =>
        index === 0 ? [part] : heads.flatMap((head) => values.map((value) => `${head}${value}${part}`)),
      [],
    );
  return filled.map((address) => address.replace(/(.)\/$/, '$1'));
}
