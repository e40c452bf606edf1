// breaks: roots-are-not-imported
import { appModule } from '../../app.module.js';

export const app = appModule;
