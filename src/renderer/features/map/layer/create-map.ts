import L from 'leaflet';
import type { MapCentre } from '../model.ts';

export const wantsNoMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Leaflet as this map wants it: no buttons of its own, half steps of zoom, and no motion where none is wanted. */
export function createMap(container: HTMLElement, { position: [lon, lat], zoom }: MapCentre): L.Map {
  const still = wantsNoMotion();
  return L.map(container, {
    center: [lat, lon],
    zoom,
    minZoom: 10.5,
    maxZoom: 19,
    zoomSnap: 0.5,
    zoomControl: false,
    attributionControl: false,
    bounceAtZoomLimits: false,
    wheelPxPerZoomLevel: 90,
    fadeAnimation: false,
    zoomAnimation: !still,
    inertia: !still,
  });
}
