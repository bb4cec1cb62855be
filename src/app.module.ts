import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlatformModule } from './platform/platform.module.js';
import type { Runtime } from './platform/runtime.js';

/** The rooms of the house, in the order data flows through them. */
const rooms: readonly Type[] = [];

@Module({})
export class AppModule {
  static register(runtime: Runtime): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.register(runtime), ...rooms] };
  }
}
