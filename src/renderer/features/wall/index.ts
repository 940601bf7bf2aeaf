export { CameraTile, type TileSource } from './player/CameraTile.tsx';
