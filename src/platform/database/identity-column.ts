import { Column, getMetadataArgsStorage } from 'typeorm';

/**
 * A bigint that PostgreSQL counts up by itself (GENERATED ALWAYS AS IDENTITY), read as text since it may pass 2^53.
 * TypeORM's own decorator of this makes a primary key of it.
 */
export const IdentityColumn =
  (): PropertyDecorator =>
  (entity, property): void => {
    Column({ type: 'bigint', unique: true, generatedIdentity: 'ALWAYS' })(entity, property);
    getMetadataArgsStorage().generations.push({
      target: entity.constructor,
      propertyName: String(property),
      // TypeORM knows it and leaves it out of this type.
      strategy: 'identity' as 'increment',
    });
  };
