import ImageIcon from '@mui/icons-material/ImageOutlined';
import { Box } from '@mui/material';
import { useState } from 'react';

interface ProductPictureProps {
  /** `picture_url` of an answer: a path of our own server. */
  readonly url: string | null;
  /** Side of the box in pixels, which the picture never changes. */
  readonly size?: number;
}

/** What the server sends where there is no picture is one transparent point: the sign beneath stays visible. */
const isBlank = ({ naturalWidth }: HTMLImageElement): boolean => naturalWidth <= 1;

/** A product's picture beside its name, which says for those who cannot see it what it shows. */
export const ProductPicture = ({ url, size = 40 }: ProductPictureProps) => {
  const [shown, setShown] = useState<string | null>(null);
  const isShown = url !== null && shown === url;
  return (
    <Box
      data-picture={isShown ? 'shown' : 'none'}
      sx={({ palette }) => ({
        position: 'relative',
        width: size,
        height: size,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        overflow: 'hidden',
        borderRadius: 1,
        border: `1px solid ${palette.line}`,
        // Photographs of goods stand on white, in either theme.
        backgroundColor: isShown ? '#fff' : palette.wash,
        color: 'text.secondary',
      })}
    >
      {!isShown && <ImageIcon aria-hidden sx={{ fontSize: Math.min(24, size / 2), opacity: 0.6 }} />}
      {url !== null && (
        <Box
          component="img"
          src={`${url}?fallback=blank`}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={({ currentTarget }) => setShown(isBlank(currentTarget) ? null : url)}
          sx={{ position: 'absolute', inset: 0, width: '100%', height: '100%', objectFit: 'contain' }}
        />
      )}
    </Box>
  );
};
