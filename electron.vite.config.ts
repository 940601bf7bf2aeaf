import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      // Read file by file, what the seat engine imports takes half of its start. What loads native code stays outside.
      externalizeDeps: { exclude: ['mqtt', 'pino', 'uuid', 'yaml', 'zod'] },
      rollupOptions: { input: { index: 'src/main/index.ts', seat: 'src/seat/main.ts' } },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer/app',
    build: { minify: true, rollupOptions: { input: { index: 'src/renderer/app/index.html' } } },
    plugins: [react()],
  },
});
