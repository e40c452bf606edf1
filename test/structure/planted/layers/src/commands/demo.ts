import { appModule } from '../app.module.js';

console.log(appModule);
