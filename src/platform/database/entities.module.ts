import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { getRepositoryToken } from '@nestjs/typeorm';
import { Database } from './database.js';
import { Rows } from './rows.js';

/** Gives a feature the rows of its entities, for `@InjectRepository(…) private readonly …: Rows<…>`. */
@Module({})
export class EntitiesModule {
  static forFeature(entities: readonly (new () => object)[]): DynamicModule {
    const providers = entities.map((entity): FactoryProvider => ({
      provide: getRepositoryToken(entity),
      inject: [Database],
      useFactory: (database: Database) => new Rows(database, entity),
    }));
    return { module: EntitiesModule, providers, exports: providers };
  }
}
