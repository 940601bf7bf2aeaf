export { CameraTile, type Denial, type TileSource } from './player/CameraTile.tsx';
