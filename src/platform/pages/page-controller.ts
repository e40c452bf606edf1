import { applyDecorators, Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** A controller that answers with pages: it is no part of the API and its description. */
export const PageController = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), ApiExcludeController());
